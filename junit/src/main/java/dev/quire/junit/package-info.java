/// JUnit tests against Quire: each test method has a server of its own, with a drive that looks the
/// same every time. Start at [dev.quire.junit.QuireTest].
@org.jspecify.annotations.NullMarked
package dev.quire.junit;
