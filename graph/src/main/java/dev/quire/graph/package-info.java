/// The front door of the Graph workbook API. Start with `GraphEndpoint`.
package dev.quire.graph;
