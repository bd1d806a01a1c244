# Runs inside Scribus: opens a layout and writes down what Scribus made of it.
import json
import sys

import scribus

scribus.openDoc(sys.argv[1])
frames = []
for page in range(1, scribus.pageCount() + 1):
    scribus.gotoPage(page)
    for name, kind, _order in scribus.getPageItems():
        frame = {'name': name, 'page': page}
        if kind == 4:
            frame['text'] = scribus.getAllText(name)
        if kind == 2:
            frame['image'] = scribus.getImageFile(name)
        frames.append(frame)
with open(sys.argv[2], 'w', encoding='utf-8') as out:
    json.dump({'pages': scribus.pageCount(), 'frames': frames, 'styles': scribus.getParagraphStyles()}, out)
