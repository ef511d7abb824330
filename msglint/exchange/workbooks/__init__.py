"""Excel workbooks: written by XlsxWriter, opened by openpyxl."""
