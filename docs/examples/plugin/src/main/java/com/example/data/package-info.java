/** Examples of what goes in and what comes out: a prior, a data set and a metric. */
package com.example.data;
