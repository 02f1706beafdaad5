/** Windrow pipeline. */
package io.windrow.pipeline;
