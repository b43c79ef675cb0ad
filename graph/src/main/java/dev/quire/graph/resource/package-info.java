/// What can be asked of each entity type inside a workbook: a file per type, gathered in `Registry`
/// and checked against the entity model when the server starts. Never knows another resource: where
/// a property leads is the entity model's business. Start with [ResourceType].
package dev.quire.graph.resource;
