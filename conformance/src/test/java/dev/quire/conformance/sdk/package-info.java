/// The published clients of Microsoft Graph, unchanged, against a server in this process: what they
/// send is understood, and what they get they can read. What the answers must say in detail is not
/// tested here. Start at [dev.quire.conformance.sdk.SdkCase].
///
/// Nothing is checked for nulls here: the Java client declares every answer and every property of
/// one as nullable, and in a test a null where something was promised fails by itself.
@NullUnmarked
package dev.quire.conformance.sdk;

import org.jspecify.annotations.NullUnmarked;
