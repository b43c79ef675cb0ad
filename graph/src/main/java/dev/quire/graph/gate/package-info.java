/// Who may do what: callers, and the permissions that each kind of operation asks for. Never knows
/// how a token is signed. Start with [Permissions].
package dev.quire.graph.gate;
