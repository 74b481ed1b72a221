// specimen.html?dark shows the dark colours
if (location.search.includes('dark')) document.documentElement.dataset.colorMode = 'dark';
