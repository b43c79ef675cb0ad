/// Functions about links and XML, and those that would ask other computers. Nothing here ever opens
/// a connection or reads a file. Start with [WebFunctions] and [OutsideFunctions].
package dev.quire.engine.function.web;
