/** Windrow examples. */
package io.windrow.examples;
