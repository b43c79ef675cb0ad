/// Clients that create, change, copy, move and delete the files of a drive while servers are hurt,
/// and know what each answer has promised them.
@org.jspecify.annotations.NullMarked
package dev.quire.bench.filing;
