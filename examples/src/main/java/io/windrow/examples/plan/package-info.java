/**
 * The command {@code windrow plan}: what a pipeline will take, to the byte, without taking it.
 */
package io.windrow.examples.plan;
