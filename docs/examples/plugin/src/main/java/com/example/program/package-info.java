/** Examples of what the program offers: a recipe, a command and a tracker. */
package com.example.program;
