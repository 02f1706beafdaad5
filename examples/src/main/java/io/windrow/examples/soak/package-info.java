/** The command {@code windrow soak}: days of trading in minutes, and whether anything is left over from them. */
package io.windrow.examples.soak;
