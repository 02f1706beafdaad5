/** What the guide to pools shows, in the same way as the package above. */
package io.windrow.examples.samples.pools;
