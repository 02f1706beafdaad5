/**
 * What runs in the JVM of one measurement of a stream: the same trades through a Windrow pipeline that does all its work, or through a
 * bare Disruptor that does none. Starts with {@link io.windrow.examples.bench.child.StreamProcess}.
 */
package io.windrow.examples.bench.child;
