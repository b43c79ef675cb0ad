/// The published clients of Microsoft Graph, unchanged, against a server in this process: what they
/// send is understood, and what they get they can read. What the answers must say in detail is not
/// tested here. Start at [dev.quire.conformance.sdk.SdkCase].
@NullMarked
package dev.quire.conformance.sdk;

import org.jspecify.annotations.NullMarked;
