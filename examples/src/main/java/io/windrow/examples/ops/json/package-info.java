/** JSON as maps, lists, texts and numbers. */
package io.windrow.examples.ops.json;
