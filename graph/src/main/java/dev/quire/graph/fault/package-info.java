/// The words for what goes wrong: the published error tables, codes met in practice, and the JSON
/// envelope around them. Decides nothing: others say what happened, this says how it is put. Start
/// with [GraphError].
package dev.quire.graph.fault;
