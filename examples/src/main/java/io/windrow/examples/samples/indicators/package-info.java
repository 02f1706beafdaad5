/** The code of the guide to indicators, compiled and run in the build. */
package io.windrow.examples.samples.indicators;
