/// Functions that ask what kind of value there is. Start with [InformationFunctions].
package dev.quire.engine.function.info;
