/** A library of the program's, in tests. */
package sample.library;
