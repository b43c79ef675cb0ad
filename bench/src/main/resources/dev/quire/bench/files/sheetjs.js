// Loads a workbook once and prints what that took, as FileTimes reads it.
const fs = require('fs');
const xlsx = require('xlsx');
const bytes = fs.readFileSync(process.argv[2]);
global.gc();
const heap = process.memoryUsage().heapUsed;
const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
const book = xlsx.read(bytes, { dense: true, cellStyles: false, cellHTML: false, cellText: false });
const wall = Number(process.hrtime.bigint() - start) / 1e9;
const used = process.cpuUsage(cpu);
global.gc();
const kept = (process.memoryUsage().heapUsed - heap) / 1e6;
console.log(`times ${(used.user + used.system) / 1e6} ${wall} NaN NaN ${kept}`);
if (book.SheetNames.length === 0) process.exit(1);
