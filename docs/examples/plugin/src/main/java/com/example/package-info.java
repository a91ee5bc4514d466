/** A plug-in: its module, a module that swaps a part, and below them one part of each kind. */
package com.example;
