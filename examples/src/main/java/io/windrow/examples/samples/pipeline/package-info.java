/** The code of the guide to the pipeline, compiled and run in the build. */
package io.windrow.examples.samples.pipeline;
