/** Examples of what nets are made of: a layer, an initializer, a generator and a discriminator. */
package com.example.net;
