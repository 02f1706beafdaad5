/** What people look at: the table on the console, {@code report.html} and {@code report.json}. */
package io.windrow.examples.prove.report;
