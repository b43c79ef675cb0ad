/// The entity model of the API: which types there are, what they hold, what can be called on them.
/// Read once from a CSDL document and never changed. Knows nothing of requests, and nothing of what
/// is served. Start with [EdmModel].
package dev.quire.graph.edm;
