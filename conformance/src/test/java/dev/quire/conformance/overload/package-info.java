/// More than the server takes on: what is refused, what leaves memory, and who notices.
package dev.quire.conformance.overload;
