#!/usr/bin/env node
console.log('nothing to build yet');
