/** A plug-in as it is written for this backend alone: what {@code docs/extending.md} shows. */
package com.example;
