/**
 * The command {@code windrow image}: a small runtime for the engine, with an archive of the classes that it loads.
 * {@link io.windrow.examples.image.SmallImage} is what others start an engine with; {@link io.windrow.examples.image.SmallProfile} has the
 * flags.
 */
package io.windrow.examples.image;
