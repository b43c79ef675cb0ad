/// Serial numbers of dates and times: days since the start of the workbook's date system, with the
/// time as fraction. Never asks a clock and never formats. Start with [SerialDate].
package dev.quire.engine.date;
