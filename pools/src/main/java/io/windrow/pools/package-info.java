/** Windrow pools. */
package io.windrow.pools;
