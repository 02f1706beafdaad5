/** The smallest engine: what the README shows, whole. */
package io.windrow.examples.quickstart;
