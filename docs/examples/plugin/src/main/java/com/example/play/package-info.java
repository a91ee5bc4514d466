/** Examples of how the game is played: a loss, a term, a schedule and an optimizer. */
package com.example.play;
