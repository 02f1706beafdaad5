/** Whom the commands watch, and how they read it. */
package io.windrow.examples.ops.watched;
