/** Windrow buffers. */
package io.windrow.buffers;
