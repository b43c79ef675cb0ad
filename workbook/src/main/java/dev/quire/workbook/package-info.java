/// What is in a workbook. Everything here is immutable; a change is an [Edit], and applying one
/// gives a new [Workbook] that shares with the old one all it did not touch. Never knows files,
/// requests or sessions. Start with [Workbook].
package dev.quire.workbook;
