/// Requests and answers without an HTTP library: what a server hands in and gets back. Never looks
/// inside them. Start with [GraphHandler].
package dev.quire.graph.exchange;
