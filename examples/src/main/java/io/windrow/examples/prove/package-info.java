/**
 * {@code prove}: the same market data through several engines, each in a JVM of its own, and what each of them cost.
 *
 * <p>The engines are in {@code engines}, what runs in their JVMs is in {@code child}, what people look at is in {@code report}.
 * Here is what plans the runs, starts the JVMs, and compares what they say.
 */
package io.windrow.examples.prove;
