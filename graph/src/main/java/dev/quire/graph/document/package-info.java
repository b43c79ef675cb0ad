/// What the API says about itself: the entity model and an OpenAPI document, both of exactly what
/// is served. Never answers a request for data. Start with [dev.quire.graph.document.Surface].
package dev.quire.graph.document;
