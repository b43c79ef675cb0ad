/// Request paths: from the words of a URL to a [Route] whose every step has a type, and back.
///
/// There is no table of routes. A path is walked over the entity model, so whatever the model has
/// can be addressed, in any depth. Nothing is looked up and nothing is opened here, and whether an
/// operation is served is somebody else's question. Start with [PathParser].
package dev.quire.graph.path;
