/** What a company that embeds the library might write: a metric and a rule of its own. */
@org.jspecify.annotations.NullMarked
package com.example.sales;
