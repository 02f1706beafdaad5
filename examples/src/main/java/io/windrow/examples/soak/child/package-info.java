/** The JVM that a soak runs its engine in: it loads no command line library and no JSON library. */
package io.windrow.examples.soak.child;
