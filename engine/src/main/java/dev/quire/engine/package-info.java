/// The front door of the engine: puts together what the packages below offer. Nothing inside the
/// engine imports it. Start with [Catalogue].
package dev.quire.engine;
