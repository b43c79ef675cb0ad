/// Charts over the running server, and what of them is in the file afterwards.
@org.jspecify.annotations.NullMarked
package dev.quire.conformance.chart;
