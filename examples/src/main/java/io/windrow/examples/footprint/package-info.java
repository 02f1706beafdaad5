/** The command {@code windrow footprint}: what an engine's process takes under each profile, and where every megabyte goes. */
package io.windrow.examples.footprint;
